"""When somebody spoke, as a row of blocks."""

from core.dossiers.plot import Period, plotted


def test_equal_periods_on_one_scale_from_zero():
    plot = plotted([[("2026-01-01", 8), ("2026-01-03", 1)], [("2026-01-03", 4)]], 40)
    assert (plot.period, plot.first, plot.last, plot.most) == (Period.DAY, "2026-01-01", "2026-01-03", 8)
    assert (plot.blocks(0), plot.blocks(1)) == ("█ ▁", "  ▄")


def test_periods_are_as_short_as_there_is_room_for():
    row = [("2024-01-01", 1), ("2026-11-28", 2)]
    assert [plotted([row], width).period for width in (2000, 153, 40, 12, 3)] == list(Period)
    months = plotted([row], 40)
    assert len(months.rows[0]) == 35
    assert months.rows[0][0] == 1
    assert months.rows[0][-1] == 2


def test_unknown_days_are_left_out_and_nothing_is_nothing():
    assert plotted([[("", 3), ("2026", 1)]], 40).rows == ((),)
    assert plotted([[("2026-01-01", 0)]], 40).first == ""
    assert plotted([[("0001-01-01", 1), ("9999-12-31", 1)]], 10).blocks(0).endswith("█")
