package busy

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestListenCameras(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "video0")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	news, done := make(chan struct{}, 100), make(chan struct{})
	go func() { listenCameras(ctx, dir, func() { news <- struct{}{} }); close(done) }()
	<-news // it listens
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	<-news
	f.Close()
	<-news
	cancel()
	<-done
}

func TestListenCamerasWithoutOne(t *testing.T) {
	listenCameras(t.Context(), t.TempDir(), func() { t.Error("heard something") }) // and returns at once
}
