/** What the canvases paint with; the same tokens as page/tokens.css, which canvases cannot read. */
export const COLOUR = {
  district: '#10161e',
  districtEdge: '#2a323d',
  stream: '#1d3d52',
  road: { expressway: '#3a4450', arterial: '#2d3641', collector: '#212933' },
  rail: '#4a5462',
  label: '#9aa4b2',
  labelHalo: '#0d1117',
  facility: '#7f8a99',
  camera: { far: '#29323d', middle: '#3b4653', near: '#6c7a8c' },
  cameraCone: 'rgba(124, 141, 163, 0.1)',
  cameraConeEdge: 'rgba(154, 164, 178, 0.25)',
  chosenCone: 'rgba(230, 234, 240, 0.2)',
  chosenEdge: 'rgba(230, 234, 240, 0.75)',
  recent: '#e6eaf0',
  sensor: { far: '#2c3743', middle: '#3f4d5c', near: '#6f8296' },
  junction: { far: '#2f3843', middle: '#465260', near: '#7c8796' },
  severity: { 2: '#ff9f40', 3: '#ffd24a' },
  normal: '#5fcb8f',
  unknown: '#b08cff',
  /** By service: police, fire, ems, city. Hues of the agencies, never of severity. */
  unit: ['#8fb4e3', '#e0a3a0', '#9fd3c4', '#c4c9d1'],
};
