import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { homeWords as words } from '../../shared/messages/office/home.fr.ts'
import { useLink, useLinkState } from '../link/hooks.ts'
import { say } from '../link/notices.ts'

/** What the examination of the office's folder found, asked when the page opens; `again` once something was mended. */
export function useDoctor(): {
  readonly found: Output<'doctor.get'> | undefined
  readonly again: () => Promise<void>
} {
  const link = useLink()
  const state = useLinkState(({ state: one }) => one)
  const [found, setFound] = useState<Output<'doctor.get'>>()
  useEffect(() => {
    if (state !== 'open') return
    let current = true
    void link.read('doctor.get', {}).then((result) => {
      // The page is whole without it: what failed is said to who asks it again.
      if (current && 'output' in result) setFound(result.output)
    })
    return () => {
      current = false
    }
  }, [link, state])
  const again = useCallback(async () => {
    const result = await link.read('doctor.get', { again: true })
    if ('error' in result) return say(result.error.message)
    setFound(result.output)
    if (result.output.at === null) say(words.acts.examineFailed)
    else say(words.acts.examined, 'done')
  }, [link])
  return { found, again }
}
