import { CircleAlert, X } from 'lucide-react'
import { Button } from './Button.tsx'
import { unsay, useNotices } from './notices.ts'
import style from './Notices.module.css'

/** The page's notices, in a polite live region: nothing is interrupted, nothing takes the focus. */
export function Notices({ dismiss }: { readonly dismiss: string }) {
  const lines = useNotices((state) => state.lines)
  return (
    <div className={style.notices} role="status" aria-live="polite">
      {lines.map((line) => (
        <div key={line.id} className={style.notice}>
          <CircleAlert aria-hidden size={20} />
          <span>{line.text}</span>
          <Button kind="quiet" size="dense" aria-label={dismiss} onPress={() => unsay(line.id)}>
            <X aria-hidden size={18} />
          </Button>
        </div>
      ))}
    </div>
  )
}
