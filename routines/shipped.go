package routines

// ShippedText is the file of the shipped routine with that id, as Catcow brings it; false when there is none.
func ShippedText(id string) ([]byte, bool) {
	data, err := shipped.ReadFile(id + ".toml")
	return data, err == nil
}
