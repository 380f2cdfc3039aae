// Package breaks knows when the next break is due and what it is, given the time, the idle time and the rules.
//
// In go a person's Rules, what they did lately, and what happens: time passing, someone going away and coming back,
// wishes such as "later" and "pause"; out comes what to do now and the moment to look again. It owns no timer and reads
// no clock.
package breaks
