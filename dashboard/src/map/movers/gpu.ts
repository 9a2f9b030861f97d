import { MARK_PARTS, PLACE_PARTS } from './columns.ts'
import { fragmentShader, vertexShader } from './shaders.ts'

const compiled = (gl: WebGL2RenderingContext, type: number, source: string): WebGLShader => {
  const shader = gl.createShader(type)
  if (shader === null) throw new Error('The graphics card was lost')
  gl.shaderSource(shader, source)
  gl.compileShader(shader)
  return shader
}

const linked = (gl: WebGL2RenderingContext): WebGLProgram => {
  const program = gl.createProgram()
  gl.attachShader(program, compiled(gl, gl.VERTEX_SHADER, vertexShader))
  gl.attachShader(program, compiled(gl, gl.FRAGMENT_SHADER, fragmentShader))
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(gl.getProgramInfoLog(program) ?? 'The dots cannot be drawn')
  return program
}

/** Numbers of each dot on the graphics card, under the name that the shader gives them. */
const column = (gl: WebGL2RenderingContext, program: WebGLProgram, name: string, parts: number) => {
  const buffer = gl.createBuffer()
  const location = gl.getAttribLocation(program, name)
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
  gl.enableVertexAttribArray(location)
  gl.vertexAttribPointer(location, parts, gl.FLOAT, false, 0, 0)
  return (values: Float32Array): void => {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW)
  }
}

const textureOf = (gl: WebGL2RenderingContext, atlas: HTMLCanvasElement): WebGLTexture => {
  const texture = gl.createTexture()
  gl.activeTexture(gl.TEXTURE0)
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true)
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, atlas)
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
    gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE)
  for (const size of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, size, gl.LINEAR)
  return texture
}

export interface View {
  /** From the Mercator world counted from `ORIGIN` to the screen. */
  matrix: Float32List
  /** Of the map, in CSS pixels. */
  width: number
  height: number
  /** Side of a mark in pixels of the device. */
  side: number
}

/** What the graphics card holds for the dots. To be made while MapLibre expects its state to be changed: in `prerender` or `render`. */
export const createGpu = (gl: WebGL2RenderingContext, atlas: HTMLCanvasElement) => {
  const program = linked(gl)
  const vertices = gl.createVertexArray()
  gl.bindVertexArray(vertices)
  const putPlaces = column(gl, program, 'place', PLACE_PARTS)
  const putMarks = column(gl, program, 'mark', MARK_PARTS)
  gl.bindVertexArray(null)
  const texture = textureOf(gl, atlas)
  const at = (name: string) => gl.getUniformLocation(program, name)
  const uniforms = { matrix: at('matrix'), view: at('view'), side: at('side'), atlas: at('atlas') }
  return {
    putPlaces,
    putMarks,
    /** Draws `count` dots from the `first` one on. */
    draw: (first: number, count: number, { matrix, width, height, side }: View): void => {
      gl.useProgram(program)
      gl.uniformMatrix4fv(uniforms.matrix, false, matrix)
      gl.uniform2f(uniforms.view, width, height)
      gl.uniform1f(uniforms.side, side)
      gl.uniform1i(uniforms.atlas, 0)
      gl.activeTexture(gl.TEXTURE0)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      gl.bindVertexArray(vertices)
      gl.drawArrays(gl.POINTS, first, count)
      gl.bindVertexArray(null)
    },
  }
}
export type Gpu = ReturnType<typeof createGpu>
