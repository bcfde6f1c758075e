package id.semai.simulation;

import java.util.List;

/** Somebody with an account, as the engine would know them after a login. */
record Person(String id, List<String> groups, List<String> units) {}
