package dev.vmkit.docs.wrong.language.text;

import dev.vmkit.docs.wrong.language.yaml.Tree;
import dev.vmkit.docs.wrong.machine.board.Board;

/** Looks up, to another room, and ahead, to a package that comes later in the flow. */
public class Source {
    public void parse(Tree tree, Board board) {}
}
