"""Small services to compare with; each answers the product's booking route."""
