return "spbe-pack/1"
