"""That a cart still is what its order was made from."""
