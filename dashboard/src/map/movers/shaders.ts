import { cells } from './columns.ts'

/** `mark`: cell, opacity, pixels aside. */
export const vertexShader = `#version 300 es
uniform mat4 matrix;
uniform vec2 view;
uniform float side;
in vec2 place;
in vec4 mark;
flat out float cell;
flat out float opacity;
void main() {
  gl_Position = matrix * vec4(place, 0.0, 1.0);
  gl_Position.xy += gl_Position.w * mark.zw * vec2(2.0, -2.0) / view;
  gl_PointSize = side;
  cell = mark.x;
  opacity = mark.y;
}`

/** Colours of the atlas are multiplied by their opacity already, as MapLibre's blending wants them. */
export const fragmentShader = `#version 300 es
precision mediump float;
uniform sampler2D atlas;
flat in float cell;
flat in float opacity;
out vec4 color;
void main() {
  color = opacity * texture(atlas, vec2((cell + gl_PointCoord.x) / ${String(cells.length)}.0, gl_PointCoord.y));
}`
