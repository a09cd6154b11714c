// The sample district is being written.
