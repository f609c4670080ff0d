import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gatherReads } from '../../../renderer/files/gatherReads.ts'

/** A page's sight of those who read it, and the readings made. */
function page(visibilityState: DocumentVisibilityState = 'visible') {
  const sight = Object.assign(new EventTarget(), { visibilityState })
  const read = vi.fn<() => void>()
  return {
    read,
    reads: gatherReads(read, sight as unknown as Document),
    turn: (to: DocumentVisibilityState) => {
      sight.visibilityState = to
      sight.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

describe('a reading that leaves a trace', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is made once for what changes together, and again for what changes later', () => {
    const { read, reads } = page()
    reads.ask()
    vi.advanceTimersByTime(30)
    reads.ask()
    vi.runAllTimers()
    expect(read).toHaveBeenCalledTimes(1)
    reads.ask()
    vi.runAllTimers()
    expect(read).toHaveBeenCalledTimes(2)
  })

  it('waits for someone to see the page, and is then made once', () => {
    const { read, reads, turn } = page('hidden')
    for (let change = 0; change < 3; change++) {
      reads.ask()
      vi.runAllTimers()
    }
    expect(read).not.toHaveBeenCalled()
    turn('visible')
    vi.runAllTimers()
    expect(read).toHaveBeenCalledTimes(1)
    // Nothing has changed since.
    turn('hidden')
    turn('visible')
    vi.runAllTimers()
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('is not made while the page is hidden just after a change', () => {
    const { read, reads, turn } = page()
    reads.ask()
    turn('hidden')
    vi.runAllTimers()
    expect(read).not.toHaveBeenCalled()
  })

  it('is never made once another search took its place', () => {
    const { read, reads, turn } = page()
    reads.ask()
    reads.stop()
    turn('hidden')
    turn('visible')
    vi.runAllTimers()
    expect(read).not.toHaveBeenCalled()
  })
})
