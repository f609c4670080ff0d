import { toSVG } from 'bwip-js/node'

/** A QR code (level M, which is bwip-js's own; quiet zone of 4 modules) as an SVG element that scales to its place. */
export const qrSvg = (data: string): string =>
  toSVG({ bcid: 'qrcode', text: data, scale: 1, paddingwidth: 4, paddingheight: 4 })
