package io.axisor.metrics.testing.fire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between an application and its database, which can swallow what is sent through it. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile boolean swallows;

    TcpProxy(int target) throws IOException {
        this.target = target;
        inBackground(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on both sides wait for each other, and neither is told. */
    void swallow() {
        swallows = true;
    }

    /** New connections work; those whose bytes were lost stay dead. */
    void heal() {
        swallows = false;
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = server.accept();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(near);
            sockets.add(far);
            inBackground(() -> pass(near, far));
            inBackground(() -> pass(far, near));
        }
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            boolean isLost = false;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                isLost |= swallows;
                if (!isLost) {
                    out.write(buffer, 0, read);
                }
            }
        }
    }

    private interface Passing {
        void run() throws IOException;
    }

    private static void inBackground(Passing passing) {
        Thread thread = new Thread(
                () -> {
                    try {
                        passing.run();
                    } catch (IOException e) {
                        // an end of the connection, which the other side is told by its own
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
