package plan

import "catcow/routines/message"

func (w *workshop) changes(fits []*fitting) []message.Message { return nil }
