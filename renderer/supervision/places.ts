/** Shows another part of the supervision, where a decision is taken or read. */
export type GoTo = (place: 'queue' | 'counters' | 'appointments' | 'closing' | 'printing') => void
