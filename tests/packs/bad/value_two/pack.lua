return {}, {}
