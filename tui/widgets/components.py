"""Parts of a widget that are drawn in a style of their own and are no widgets themselves."""

from textual.dom import DOMNode
from textual.widget import Widget


def component(widget: Widget, name: str) -> DOMNode:
    """A node below `widget` with the class `name`, in the styles that the sheet gives it now.

    Unlike Textual's component classes it is styled when it is asked for. Those are styled all of them whenever their
    widget is: three times before the first paint, which draws a few of them.
    """
    node = DOMNode(classes=name)
    node._attach(widget)
    widget.app.stylesheet.apply(node)
    return node
