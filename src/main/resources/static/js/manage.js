// Draws each chart from the table beside it, and the numbers onto the drawn process. Without it the tables say the same.
(function () {
  'use strict';
  const colours = ['#0000bf', '#00a87a', '#ffb700', '#fd4f00', '#8a0f2c', '#5a6b7b'];
  const text = node => node.textContent.trim();

  // a long name in several lines, so that it fits beside its bar on a telephone too
  function lines(name) {
    return name.split(' ').reduce((all, word) => {
      const last = all[all.length - 1];
      if (last && (last + ' ' + word).length <= 18) all[all.length - 1] = last + ' ' + word; else all.push(word);
      return all;
    }, []);
  }

  function read(table) {
    const heads = [...table.tHead.rows[0].cells];
    const shown = heads.map((head, i) => i).filter(i => i > 0 && !heads[i].hasAttribute('data-total'));
    const rows = [...table.tBodies[0].rows];
    return {
      labels: rows.map(row => row.cells[0].dataset.short || lines(text(row.cells[0]))),
      full: rows.map(row => text(row.cells[0])),
      series: shown.map(i => ({
        label: text(heads[i]),
        data: rows.map(row => Number(row.cells[i].dataset.value ?? text(row.cells[i]))),
        said: rows.map(row => text(row.cells[i]))
      }))
    };
  }

  function options(kind, data, unit) {
    const lying = kind !== 'line';
    const numbers = { beginAtZero: true, stacked: kind === 'stacked' || kind === 'queue', ticks: { precision: 0 }, title: { display: Boolean(unit), text: unit } };
    const names = { stacked: numbers.stacked, grid: { display: false }, ticks: { autoSkip: !lying } };
    return {
      indexAxis: lying ? 'y' : 'x',
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', axis: lying ? 'y' : 'x', intersect: false },
      scales: lying ? { x: numbers, y: names } : { y: numbers, x: names },
      plugins: {
        legend: { position: 'bottom' },
        tooltip: { callbacks: {
          title: items => data.full[items[0].dataIndex],
          label: item => item.dataset.label + ': ' + item.dataset.said[item.dataIndex]
        } }
      }
    };
  }

  function chart(figure) {
    const kind = figure.dataset.chart;
    const data = read(figure.querySelector('table'));
    const box = document.createElement('div');
    const canvas = document.createElement('canvas');
    box.className = 'figure__chart';
    box.setAttribute('aria-hidden', 'true');
    box.append(canvas);
    // as high as its rows with all their lines, the axis and the legend ask for: else the names of many queues lie on each other
    if (kind !== 'line') box.style.height = data.labels.reduce((sum, name) => sum + 10 + 18 * [].concat(name).length, 120) + 'px';
    figure.prepend(box);
    const tall = figure.querySelector('.table-scroll--tall');
    if (tall) tall.scrollTop = tall.scrollHeight; // the newest week is last
    const palette = kind === 'queue' ? ['#bd2719', '#9fc9eb'] : colours;
    new Chart(canvas, {
      type: kind === 'line' ? 'line' : 'bar',
      data: { labels: data.labels, datasets: data.series.map((series, i) => Object.assign(series, {
        backgroundColor: palette[i], borderColor: palette[i], borderWidth: kind === 'line' ? 3 : 0, tension: 0,
        pointStyle: ['circle', 'rect', 'triangle'][i], pointRadius: 4 })) },
      options: options(kind, data, figure.dataset.unit)
    });
  }

  function badge(kind, count) {
    const node = document.createElement('span');
    node.className = 'badge badge--' + kind;
    node.textContent = count;
    return node;
  }

  async function drawing(box) {
    const answer = await fetch(box.dataset.src, { credentials: 'same-origin' });
    if (!answer.ok) return;
    box.hidden = false;
    document.getElementById('drawing-hint').hidden = false;
    const viewer = new BpmnJS({ container: box });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const shapes = viewer.get('elementRegistry');
    canvas.zoom('fit-viewport', 'auto');
    canvas.zoom(canvas.zoom() * 0.94, 'auto');
    for (const row of document.querySelectorAll('#steps tbody tr')) {
      const shape = shapes.get(row.dataset.step);
      if (!shape) continue;
      if (Number(row.dataset.left)) {
        overlays.add(row.dataset.step, { position: shape.width < 60 ? { top: -16, left: -16 } : { bottom: 10, left: -8 }, html: badge('left', row.dataset.left) });
      }
      if (Number(row.dataset.standing)) {
        canvas.addMarker(row.dataset.step, 'busy');
        overlays.add(row.dataset.step, { position: { top: -14, right: 14 }, html: badge('standing', row.dataset.standing) });
      }
    }
  }

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 14;
  Chart.defaults.color = '#1a1a1a';
  document.querySelectorAll('[data-chart]').forEach(chart);
  const box = document.getElementById('drawing');
  if (box) drawing(box);
})();
