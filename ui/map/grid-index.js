/**
 * Finds points of a table by place without looking at all of them: a uniform grid over their own
 * extent, rows sorted by cell. Built once, for things that stay where they are.
 */
export class GridIndex {
  /**
   * @param {Float64Array} x
   * @param {Float64Array} y
   * @param {number} [perCell] points a cell should hold on average
   */
  constructor(x, y, perCell = 8) {
    this.x = x;
    this.y = y;
    this.extent = extentOf(x, y);
    const cells = Math.max(1, Math.ceil(x.length / perCell));
    this.columns = Math.max(1, Math.ceil(Math.sqrt(cells)));
    this.lines = this.columns;
    this.cellWidth = (this.extent.right - this.extent.left) / this.columns || 1;
    this.cellHeight = (this.extent.bottom - this.extent.top) / this.lines || 1;
    this.start = new Uint32Array(this.columns * this.lines + 1);
    this.rows = new Uint32Array(x.length);
    this.#fill();
  }

  #fill() {
    const cellOf = Uint32Array.from(this.x, (x, row) => this.#cell(x, this.y[row]));
    for (const cell of cellOf) this.start[cell + 1]++;
    for (let cell = 0; cell < this.columns * this.lines; cell++) {
      this.start[cell + 1] += this.start[cell];
    }
    const next = this.start.slice();
    cellOf.forEach((cell, row) => (this.rows[next[cell]++] = row));
  }

  /**
   * Calls for every row inside the box, borders included.
   *
   * @param {{left: number, top: number, right: number, bottom: number}} box
   * @param {(row: number) => void} visit
   */
  each(box, visit) {
    if (this.rows.length === 0) return;
    const lastColumn = this.#column(box.right);
    const lastLine = this.#line(box.bottom);
    for (let line = this.#line(box.top); line <= lastLine; line++) {
      for (let column = this.#column(box.left); column <= lastColumn; column++) {
        this.#eachInCell(line * this.columns + column, box, visit);
      }
    }
  }

  /**
   * The row nearest to a point within a radius.
   *
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @returns {{row: number, distance: number}|null}
   */
  findNearest(x, y, radius) {
    return this.listNearest(x, y, radius, 1)[0] ?? null;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {number} limit
   * @returns {{row: number, distance: number}[]} nearest first
   */
  listNearest(x, y, radius, limit) {
    /** @type {{row: number, distance: number}[]} */
    const found = [];
    this.each(
      { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius },
      (row) => {
        const distance = Math.hypot(this.x[row] - x, this.y[row] - y);
        if (distance <= radius) found.push({ row, distance });
      },
    );
    return found.sort((a, b) => a.distance - b.distance || a.row - b.row).slice(0, limit);
  }

  /**
   * @param {number} cell
   * @param {{left: number, top: number, right: number, bottom: number}} box
   * @param {(row: number) => void} visit
   */
  #eachInCell(cell, box, visit) {
    for (let i = this.start[cell]; i < this.start[cell + 1]; i++) {
      const row = this.rows[i];
      const x = this.x[row];
      const y = this.y[row];
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) visit(row);
    }
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #cell(x, y) {
    return this.#line(y) * this.columns + this.#column(x);
  }

  /** @param {number} x */
  #column(x) {
    return clamp(Math.floor((x - this.extent.left) / this.cellWidth), this.columns - 1);
  }

  /** @param {number} y */
  #line(y) {
    return clamp(Math.floor((y - this.extent.top) / this.cellHeight), this.lines - 1);
  }
}

/**
 * @param {number} value
 * @param {number} most
 */
function clamp(value, most) {
  return Math.max(0, Math.min(most, value));
}

/**
 * @param {Float64Array} x
 * @param {Float64Array} y
 */
function extentOf(x, y) {
  const extent = { left: 0, right: 0, top: 0, bottom: 0 };
  if (x.length === 0) return extent;
  extent.left = extent.right = x[0];
  extent.top = extent.bottom = y[0];
  for (let i = 1; i < x.length; i++) {
    extent.left = Math.min(extent.left, x[i]);
    extent.right = Math.max(extent.right, x[i]);
    extent.top = Math.min(extent.top, y[i]);
    extent.bottom = Math.max(extent.bottom, y[i]);
  }
  return extent;
}
