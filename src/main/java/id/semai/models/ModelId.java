package id.semai.models;

/** A process, decision or form, whatever file declares it. */
record ModelId(Kind kind, String id) implements Comparable<ModelId> {

    ModelId {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("A %s without an id".formatted(kind));
        }
    }

    static ModelId process(String id) {
        return new ModelId(Kind.PROCESS, id);
    }

    @Override
    public int compareTo(ModelId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind.code() + ":" + id;
    }
}
