"""What the question demands: rows named ``demand/<kind>/<subject>``, so that one can be dropped."""
