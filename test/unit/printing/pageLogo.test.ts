import { describe, expect, it } from 'vitest'
import { sheetHtml } from '../../../electron/printing/sheet.ts'
import { documentPaper, someFacts } from '../../fixtures/papers.ts'

const logo = 'data:image/png;base64,iVBORw0KGgo='
const request = (change: object = {}) => ({
  paper: documentPaper(someFacts()),
  title: 'RD-2026-1',
  reprint: false,
  ...change,
})

describe('the office’s logo on paper', () => {
  it('stands above its name on A4, and says nothing to whoever does not see it', () => {
    const { html } = sheetHtml(request({ logo }), 'a4')
    expect(html).toContain(`<header>\n<div>\n<img class="logo" src="${logo}" alt="">`)
  })

  it('is not there where the office has none, nor on a receipt printer’s strip', () => {
    expect(sheetHtml(request(), 'a4').html).not.toContain('class="logo"')
    expect(sheetHtml(request({ logo }), 'thermal80').html).not.toContain(logo)
  })

  it('is a value and no more, whatever is written in it', () => {
    expect(sheetHtml(request({ logo: '"><script>alert(1)</script>' }), 'a4').html).not.toContain('<script>')
  })
})
