/**
 * How high a paper is once it is drawn, in CSS pixels. The frame that is looked at is of no origin and can't be measured: the
 * paper is drawn once apart, out of sight, in a frame where no script runs, then taken away.
 * @param html a whole paper, whose own policy loads nothing
 * @param width of the frame, in CSS pixels
 */
export async function paperHeight(html: string, width: number): Promise<number> {
  const holder = document.createElement('div')
  holder.ariaHidden = 'true'
  Object.assign(holder.style, { position: 'absolute', visibility: 'hidden', height: '0', overflow: 'hidden' })
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.tabIndex = -1
  frame.width = String(width)
  frame.height = '10'
  frame.srcdoc = html
  // Nothing of the page sees it: neither its styles, nor who looks for the paper's own frame.
  holder.attachShadow({ mode: 'closed' }).append(frame)
  document.body.append(holder)
  try {
    await new Promise((done) => {
      frame.addEventListener('load', done, { once: true })
    })
    const drawn = frame.contentDocument
    if (drawn === null) return 0
    await drawn.fonts.ready
    return drawn.documentElement.scrollHeight
  } finally {
    holder.remove()
  }
}
