import { lazy, Suspense, useState, type ReactNode } from 'react'
import { lessonKeyWord } from '../../shared/messages/training/lessonKey.fr.ts'
import { useCommand, useView } from '../link/hooks.ts'
import { useSaysKeys } from '../ui/directKeys.ts'
import { useKeys } from '../ui/keys.ts'
import style from './Lesson.module.css'
import { againKey } from './lessonKeys.ts'

/** Read with the first guided day. */
const LessonPanel = lazy(() => import('./LessonPanel.tsx'))

/**
 * The counter of a training office, with its guided day beside it: nothing of the page is under it. It is offered where
 * no counter is held yet; elsewhere its key asks for it, and a second press gives the site back as new and begins.
 */
export function LessonFrame({ children }: { readonly children: ReactNode }) {
  const view = useView('training.view', {})
  const state = useView('counter.view', {})?.state
  const begin = useCommand('training.begin')
  const reset = useCommand('training.reset')
  const next = useCommand('training.next')
  const [sure, setSure] = useState(false)
  const [renewing, setRenewing] = useState(false)
  /** The guided day that was lived and put away. */
  const [closed, setClosed] = useState<string | null>(null)
  const lesson = view?.lesson ?? null
  const renewable = view?.renewable === true
  const offered = view?.training === true && lesson === null && state === 'noCounter'
  const press = () => {
    if (!offered && !sure) {
      setClosed(null)
      return setSure(true)
    }
    setSure(false)
    // Pressed twice, the site is as new; where it can't be, another day begins.
    if (offered || !renewable) return void begin({})
    setRenewing(true)
    void reset({}).then((result) => {
      // Else this page is drawn anew with the office that comes.
      if ('error' in result) setRenewing(false)
    })
  }
  useKeys(
    {
      [againKey.code]: view?.training === true && !renewing ? press : undefined,
      Escape: sure ? () => setSure(false) : undefined,
    },
    { whileTyping: true },
  )
  const shown = offered || sure || renewing || (lesson !== null && lesson.lessonId !== closed)
  useSaysKeys(view?.training === true && !shown ? [{ key: againKey.cap, does: lessonKeyWord }] : [])
  return (
    <div className={shown ? style.frame : style.through}>
      {shown && (
        <Suspense>
          <LessonPanel
            lesson={lesson}
            sure={sure}
            renewable={renewable}
            renewing={renewing}
            onBegin={press}
            onNext={() => {
              setSure(false)
              void next({})
            }}
            onClose={() => {
              setSure(false)
              setClosed(lesson?.lessonId ?? null)
            }}
          />
        </Suspense>
      )}
      <div className={shown ? style.page : style.through}>{children}</div>
    </div>
  )
}
