import { useEffect, useRef } from 'react'

/** Milliseconds without a key after which what is typed is kept with the file. */
const pause = 1200

/**
 * What is typed of a refusal or of a letter is kept with its file at each pause, and when its form is left: opening
 * another file loses nothing. What was there at first is kept already.
 * @param draft null where nothing is to be kept
 * @returns to call once it is issued, or kept by hand: nothing more is sent
 */
export function useKeptDraft<Draft>(
  draft: Draft | null,
  keep: (draft: Draft) => Promise<unknown>,
): () => void {
  const text = draft === null ? null : JSON.stringify(draft)
  const kept = useRef(text)
  const last = useRef(text)
  const ended = useRef(false)
  const keeping = useRef(keep)
  useEffect(() => {
    keeping.current = keep
    last.current = text
  })
  useEffect(() => {
    // The first reasons that are typed are new; those of a draft that was found are not.
    kept.current ??= ''
    if (text === null || text === kept.current) return
    const timer = setTimeout(() => {
      if (ended.current) return
      kept.current = text
      void keeping.current(JSON.parse(text) as Draft)
    }, pause)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(
    () => () => {
      const left = last.current
      if (left !== null && left !== kept.current && !ended.current)
        void keeping.current(JSON.parse(left) as Draft)
    },
    [],
  )
  return () => {
    ended.current = true
  }
}
