import { useState, type ReactNode } from 'react'
import { Acts } from './Acts.tsx'
import { Button } from './Button.tsx'
import lettering from './Lettering.module.css'

/** What is typed over what the host says, and how its keeping went. */
export type Typed<D> = ReturnType<typeof useTyped<D>>

/** @param shown what the host says, which the page shows while nothing is typed over it */
export function useTyped<D>(shown: D) {
  const [draft, setDraft] = useState<D | null>(null)
  const [message, setMessage] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const tell = (sentence: string, why: string | null = null) => {
    setMessage(sentence)
    setRefused(why)
  }
  const typed = draft ?? shown
  return {
    typed,
    isChanged: draft !== null,
    message,
    refused,
    change: (part: Partial<D>) => {
      tell('')
      setDraft({ ...typed, ...part })
    },
    /** What is going on, or was found, with what is typed as it is. */
    tell: (sentence: string) => tell(sentence),
    refuse: (why: string) => tell('', why),
    kept: (sentence: string) => {
      setDraft(null)
      tell(sentence)
    },
    giveUp: () => setDraft(null),
  } as const
}

/**
 * Under what is typed: what keeps it, what gives it up, and how it went.
 * @param cancel nothing gives it up without it
 * @param children what else can be done to it
 */
export const KeepActs = <D,>({
  of: { isChanged, message, giveUp },
  save,
  cancel,
  onCancel,
  room = 'none',
  children,
}: {
  readonly of: Typed<D>
  readonly save: string
  readonly cancel?: string
  readonly onCancel?: () => void
  readonly room?: 'none' | 'around'
  readonly children?: ReactNode
}) => (
  <Acts room={room}>
    <Button kind={isChanged ? 'primary' : 'plain'} type="submit">
      {save}
    </Button>
    {children}
    {cancel !== undefined && isChanged && (
      <Button
        onPress={() => {
          giveUp()
          onCancel?.()
        }}
      >
        {cancel}
      </Button>
    )}
    <span role="status" className={lettering.small}>
      {message}
    </span>
  </Acts>
)
