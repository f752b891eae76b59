package io.axisor.metrics.exporter.config;

import java.util.IdentityHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** How long a document is once each alias is replaced by what it stands for, found without doing so. */
final class WrittenOut {

    /** Far above any configuration, far below what fills a heap. */
    static final int MOST = 100_000;

    private final IdentityHashMap<Node, Integer> lengths = new IdentityHashMap<>();
    private final int length;

    WrittenOut(Node document) {
        this.length = length(document);
    }

    boolean isTooLong() {
        return length > MOST;
    }

    /** The number of nodes, or any number above the bound; a node that holds itself counts once, and is refused elsewhere. */
    private int length(Node node) {
        Integer known = lengths.putIfAbsent(node, 1);
        if (known != null) {
            return known;
        }
        int sum = 1 + children(node).mapToInt(this::length).reduce(0, (one, other) -> Math.min(one + other, MOST));
        lengths.put(node, sum);
        return sum;
    }

    private static Stream<Node> children(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream().flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()));
        }
        return node instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.empty();
    }
}
