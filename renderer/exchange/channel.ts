import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { Language } from '../../shared/contract/text.ts'

// The agent's page and the screen that faces the person are two windows of one machine: they speak to each other
// alone. What is shown and answered goes through no host, and is kept nowhere.

/** What the person reads; `id` tells which sentence an answer is to. */
export const Shown = z.strictObject({
  id: z.string().min(1).max(64),
  language: Language,
  text: z.string().min(1).max(500),
  asks: z.boolean(),
  office: z.string().max(200),
  counter: z.string().max(200),
})
export type Shown = z.infer<typeof Shown>

/** A button, or what the person wrote. */
export const Answer = z.union([
  z.strictObject({ said: z.enum(['yes', 'no', 'notUnderstood']) }),
  z.strictObject({ wrote: z.string().min(1).max(500) }),
])
export type Answer = z.infer<typeof Answer>

const Message = z.discriminatedUnion('type', [
  /** The person's screen is there: it asks what is shown. */
  z.strictObject({ type: z.literal('ready') }),
  /** The agent's panel asks whether a screen is there. */
  z.strictObject({ type: z.literal('ask') }),
  z.strictObject({ type: z.literal('leaving') }),
  z.strictObject({ type: z.literal('show'), shown: Shown.nullable() }),
  z.strictObject({ type: z.literal('answer'), id: z.string().max(64), answer: Answer }),
])
type Message = z.infer<typeof Message>

/** One end of the conversation; nothing that is not of it is heard. @returns how to speak, and how to close */
function open(hear: (message: Message) => void) {
  const channel = new BroadcastChannel('guichet:exchange')
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = Message.safeParse(data)
    if (message.success) hear(message.data)
  })
  return {
    say: (message: Message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
type End = ReturnType<typeof open>

/** The agent's end: shows a sentence, hears the answer to it, and takes it away when the panel closes. */
export function useAgentEnd(): {
  readonly shown: Shown | null
  readonly answer: Answer | null
  readonly screenThere: boolean
  readonly show: (shown: Shown | null) => void
  /** An answer given on this very screen, turned to the person. */
  readonly answerHere: (answer: Answer) => void
} {
  const [shown, setShown] = useState<Shown | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [screenThere, setScreenThere] = useState(false)
  const latest = useRef<Shown | null>(null)
  const end = useRef<End | null>(null)
  useEffect(() => {
    const opened = open((message) => {
      if (message.type === 'ready') {
        setScreenThere(true)
        opened.say({ type: 'show', shown: latest.current })
      }
      if (message.type === 'leaving') setScreenThere(false)
      if (message.type === 'answer' && message.id === latest.current?.id) setAnswer(message.answer)
    })
    end.current = opened
    opened.say({ type: 'ask' })
    // A window that closes or is loaded again runs no clean-up: the sentence must not stay before the next person.
    const leave = () => opened.say({ type: 'show', shown: null })
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
      opened.close()
    }
  }, [])
  return {
    shown,
    answer,
    screenThere,
    show: (next) => {
      latest.current = next
      setShown(next)
      setAnswer(null)
      end.current?.say({ type: 'show', shown: next })
    },
    answerHere: setAnswer,
  }
}

/** The person's end: what to read, and how to answer. */
export function usePersonEnd(): {
  readonly shown: Shown | null
  readonly reply: (id: string, answer: Answer) => void
} {
  const [shown, setShown] = useState<Shown | null>(null)
  const end = useRef<End | null>(null)
  useEffect(() => {
    const opened = open((message) => {
      if (message.type === 'show') setShown(message.shown)
      if (message.type === 'ask') opened.say({ type: 'ready' })
    })
    end.current = opened
    const leave = () => opened.say({ type: 'leaving' })
    window.addEventListener('pagehide', leave)
    opened.say({ type: 'ready' })
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
      opened.close()
    }
  }, [])
  return { shown, reply: (id, answer) => end.current?.say({ type: 'answer', id, answer }) }
}
