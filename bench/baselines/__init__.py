"""Small services to compare with; each has the product's booking route."""
