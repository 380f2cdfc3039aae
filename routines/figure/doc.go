// Package figure draws a person doing an exercise from a few lines of data.
package figure
