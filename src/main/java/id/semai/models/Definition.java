package id.semai.models;

/** A version of a model in the engine. */
record Definition(String id, String deployment, int version) {}
