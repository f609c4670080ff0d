import { toSVG } from 'bwip-js/node'

/** A QR code (level M, quiet zone of 4 modules) as an SVG element that scales to its place. */
export const qrSvg = (data: string): string =>
  toSVG({ bcid: 'qrcode', text: data, eclevel: 'M', scale: 1, paddingwidth: 4, paddingheight: 4 })
