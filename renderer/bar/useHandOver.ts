import { useLayoutEffect, useRef } from 'react'
import { handoverWords } from '../../shared/messages/visit/handover.fr.ts'
import type { CounterActs, Current } from '../counter/acts.ts'
import { useHandoverAsk } from '../counter/handoverAsked.ts'
import { useLink } from '../link/hooks.ts'
import { say } from '../link/notices.ts'
import { handOverTitle } from './handOver.ts'
import { openCounter, opensOneWindow } from './openCounter.ts'

/** « Titre remis », for the request under way: what was looked for in one says nothing of the next. */
export function useHandOver(
  current: Current | null,
  { takeFile }: Pick<CounterActs, 'takeFile'>,
  note: () => void,
): () => void {
  const link = useLink()
  const last = useRef<{ readonly request: string; readonly sought: string | null }>({
    request: '',
    sought: null,
  })
  const busy = useRef(false)
  const askHandover = useHandoverAsk()
  /** The request that is shown; undefined once nobody is received. */
  const here = useRef<Current['request'] | undefined>(undefined)
  useLayoutEffect(() => {
    here.current = current?.request
    return () => {
      here.current = undefined
    }
  })
  return () => {
    if (!current || busy.current) return
    const request = `${current.ticket.ticketId} ${current.ticket.requestsDone}`
    const sought = last.current.request === request ? last.current.sought : null
    busy.current = true
    void handOverTitle(current, sought, {
      find: (text) => link.read('files.findTitles', { text }),
      takeFile,
      check: () => {
        const shown = askHandover(current.request)
        if (opensOneWindow) return openCounter()
        void shown.then((isShown) => (isShown ? say(handoverWords.inTab, 'done') : openCounter()))
      },
      isHere: () => here.current === current.request,
      note,
      say,
    })
      .then((now) => {
        last.current = { request, sought: now }
      })
      .finally(() => {
        busy.current = false
      })
  }
}
