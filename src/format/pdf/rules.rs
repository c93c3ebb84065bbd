//! Ruled lines of a page, and the tables that they make.

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};

/// A thin filled rectangle up to this thickness is a line, in points.
const THIN: f64 = 3.0;

/// Lines that miss each other by no more than this meet, in points.
const NEAR: f64 = 2.5;

/// A shorter line rules nothing, in points.
const SHORT: f64 = 4.0;

/// Lines of a page beyond which they are a drawing and no table.
const MOST: usize = 4000;

/// A straight line along the page or down it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    /// Whether it goes from left to right.
    across: bool,
    /// Its height, or how far it stands from the left.
    at: f64,
    from: f64,
    to: f64,
}

impl Rule {
    fn new(a: Point, b: Point) -> Option<Self> {
        let (width, height) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        let sane = [a.x, a.y, b.x, b.y].iter().all(|number| number.is_finite());
        if sane && height <= THIN && width >= SHORT {
            return Some(Self {
                across: true,
                at: f64::midpoint(a.y, b.y),
                from: a.x.min(b.x),
                to: a.x.max(b.x),
            });
        }
        (sane && width <= THIN && height >= SHORT).then(|| Self {
            across: false,
            at: f64::midpoint(a.x, b.x),
            from: a.y.min(b.y),
            to: a.y.max(b.y),
        })
    }

    /// Whether it covers a place along it.
    fn covers(&self, place: f64) -> bool {
        self.from - NEAR <= place && place <= self.to + NEAR
    }

    /// Whether a line across and one down meet.
    fn meets(&self, other: &Self) -> bool {
        self.across != other.across && self.covers(other.at) && other.covers(self.at)
    }
}

/// Adds the ruled lines of a path: its straight segments where it is stroked, else its thin rectangles.
pub(super) fn add(path: &BezPath, transform: Affine, stroked: bool, rules: &mut Vec<Rule>) {
    let mut part: Vec<Point> = Vec::new();
    let mut curved = false;
    let mut end = |part: &mut Vec<Point>, curved: bool| {
        if !curved && rules.len() < MOST {
            if stroked {
                rules.extend(part.windows(2).filter_map(|two| Rule::new(two[0], two[1])));
            } else if let Some(first) = part.first() {
                let area =
                    part.iter().fold(Rect::from_points(*first, *first), |area, point| area.union_pt(*point));
                rules.extend(Rule::new(area.origin(), Point::new(area.x1, area.y1)));
            }
        }
        part.clear();
    };
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(point) => {
                end(&mut part, curved);
                curved = false;
                part.push(transform * point);
            }
            PathEl::LineTo(point) => part.push(transform * point),
            PathEl::ClosePath => part.extend(part.first().copied()),
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => curved = true,
        }
    }
    end(&mut part, curved);
}

/// Where the cells of a table lie.
#[derive(Debug)]
pub(super) struct Grid {
    /// Borders of the columns from the left, those of the rows from the top.
    columns: Vec<f64>,
    rows: Vec<f64>,
    /// For each place of the grid, the first place of the cell that it belongs to.
    owners: Vec<usize>,
}

impl Grid {
    /// The tables that lines make: where lines across and down meet, with two columns and two rows at least.
    pub(super) fn all(mut rules: Vec<Rule>) -> Vec<Self> {
        let mut grids = Vec::new();
        while let Some(first) = rules.pop() {
            let mut table = vec![first];
            let mut next = 0;
            while let Some(rule) = table.get(next).copied() {
                let (meeting, rest): (Vec<Rule>, Vec<Rule>) =
                    rules.iter().partition(|other| rule.meets(other));
                table.extend(meeting);
                rules = rest;
                next += 1;
            }
            grids.extend(Self::of(&table));
        }
        grids
    }

    fn of(rules: &[Rule]) -> Option<Self> {
        let borders = |across: bool| {
            let mut at: Vec<f64> =
                rules.iter().filter(|rule| rule.across == across).map(|rule| rule.at).collect();
            at.sort_by(f64::total_cmp);
            at.dedup_by(|b, a| *b - *a < NEAR);
            at
        };
        let (columns, rows) = (borders(false), borders(true));
        if columns.len() < 3 || rows.len() < 3 || columns.len() * rows.len() > MOST {
            return None;
        }
        let parted = |across: bool, at: f64, place: f64| {
            rules
                .iter()
                .any(|rule| rule.across == across && (rule.at - at).abs() < NEAR && rule.covers(place))
        };
        let wide = columns.len() - 1;
        let mut owners: Vec<usize> = Vec::new();
        for row in rows.windows(2) {
            let middle = f64::midpoint(row[0], row[1]);
            for (column, sides) in columns.windows(2).enumerate() {
                let here = owners.len();
                let owner = if column > 0 && !parted(false, sides[0], middle) {
                    owners[here - 1]
                } else if here >= wide && !parted(true, row[0], f64::midpoint(sides[0], sides[1])) {
                    owners[here - wide]
                } else {
                    here
                };
                owners.push(owner);
            }
        }
        Some(Self { columns, rows, owners })
    }

    /// The cell in which a place of the page lies.
    pub(super) fn cell(&self, x: f64, y: f64) -> Option<usize> {
        let between = |borders: &[f64], at: f64| {
            let after = borders.partition_point(|border| *border <= at);
            (after > 0 && after < borders.len()).then(|| after - 1)
        };
        let place = between(&self.rows, y)? * (self.columns.len() - 1) + between(&self.columns, x)?;
        self.owners.get(place).copied()
    }

    /// The cells of each row that begin in it: their number, and how many columns and rows each takes.
    pub(super) fn rows(&self) -> Vec<Vec<(usize, usize, usize)>> {
        let wide = self.columns.len() - 1;
        let owned = |cell: usize| {
            self.owners.iter().enumerate().filter(move |(_, owner)| **owner == cell).map(|(at, _)| at)
        };
        let row = |row: usize| {
            let cells = (row * wide..(row + 1) * wide).filter(|&at| self.owners[at] == at);
            let size = |cell: usize| {
                let columns = owned(cell).filter(|at| at / wide == row).count();
                (cell, columns, owned(cell).filter(|at| at % wide == cell % wide).count())
            };
            cells.map(size).collect()
        };
        (0..self.rows.len() - 1).map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Grid, Rule, add};
    use hayro_interpret::kurbo::{Affine, BezPath, Rect, Shape};

    fn rule(across: bool, at: f64, from: f64, to: f64) -> Rule {
        Rule { across, at, from, to }
    }

    /// Three columns and three rows: the first cell takes two rows, the last row is one cell.
    fn table() -> Vec<Rule> {
        vec![
            rule(true, 0.0, 0.0, 90.0),
            rule(true, 20.0, 30.0, 90.0),
            rule(true, 40.0, 0.0, 90.0),
            rule(true, 60.0, 0.0, 90.0),
            rule(false, 0.0, 0.0, 60.0),
            rule(false, 30.0, 0.0, 40.0),
            rule(false, 60.4, 0.0, 20.0),
            rule(false, 60.0, 20.5, 40.0),
            rule(false, 90.0, 0.0, 60.0),
        ]
    }

    #[test]
    fn lines_that_meet_make_cells() {
        let grids = Grid::all(table());
        assert_eq!(grids.len(), 1);
        let rows = [vec![(0, 1, 2), (1, 1, 1), (2, 1, 1)], vec![(4, 1, 1), (5, 1, 1)], vec![(6, 3, 1)]];
        assert_eq!(grids[0].rows(), rows);
        assert_eq!(grids[0].cell(10.0, 30.0), Some(0));
        assert_eq!(grids[0].cell(80.0, 30.0), Some(5));
        assert_eq!(grids[0].cell(80.0, 50.0), Some(6));
        assert_eq!(grids[0].cell(80.0, 70.0), None);
    }

    #[test]
    fn frames_and_underlines_are_no_tables() {
        let frame = [
            rule(true, 0.0, 0.0, 90.0),
            rule(true, 60.0, 0.0, 90.0),
            rule(false, 0.0, 0.0, 60.0),
            rule(false, 90.0, 0.0, 60.0),
        ];
        assert!(Grid::all(frame.to_vec()).is_empty());
        assert!(
            Grid::all(vec![
                rule(true, 0.0, 0.0, 50.0),
                rule(true, 20.0, 0.0, 50.0),
                rule(true, 40.0, 0.0, 50.0)
            ])
            .is_empty()
        );
    }

    #[test]
    fn thin_areas_are_lines_and_wide_ones_are_not() {
        let of = |rect: Rect, stroked: bool| {
            let mut rules = Vec::new();
            add(&rect.to_path(0.1), Affine::IDENTITY, stroked, &mut rules);
            rules
        };
        assert_eq!(of(Rect::new(0.0, 10.0, 50.0, 11.0), false), [rule(true, 10.5, 0.0, 50.0)]);
        assert!(of(Rect::new(0.0, 0.0, 50.0, 50.0), false).is_empty());
        assert_eq!(of(Rect::new(0.0, 0.0, 50.0, 50.0), true).len(), 4);
        let mut circle = BezPath::new();
        circle.move_to((0.0, 0.0));
        circle.curve_to((10.0, 0.0), (20.0, 1.0), (30.0, 0.0));
        let mut rules = Vec::new();
        add(&circle, Affine::IDENTITY, true, &mut rules);
        assert!(rules.is_empty());
    }
}
