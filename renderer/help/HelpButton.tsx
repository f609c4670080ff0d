import { lazy, Suspense, useRef, useState } from 'react'
import { helpPanel, type HelpPage } from '../../shared/messages/help/help.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'

const helpKey = 'F1'

/** Read when it is asked for. */
const HelpPanel = lazy(() => import('./HelpPanel.tsx'))

/** Opens the help of the screen beside what is being done, and closes it: the focus goes back where it was. */
export function HelpButton({ page }: { readonly page: HelpPage }) {
  const [isOpen, setOpen] = useState(false)
  const before = useRef<Element | null>(null)
  const close = () => {
    setOpen(false)
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  const toggle = () => {
    if (isOpen) return close()
    before.current = document.activeElement
    setOpen(true)
  }
  useKeys({ [helpKey]: toggle }, { whileTyping: true })
  return (
    <>
      <Button size="dense" keyCap={helpKey} aria-expanded={isOpen} onPress={toggle}>
        {helpPanel.open}
      </Button>
      {isOpen && (
        <Suspense>
          <HelpPanel page={page} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
