import { create } from 'zustand'

/** Outside the first run's page, which is drawn anew once the first manager signs in. */
export const useMaking = create<{ readonly making: boolean }>(() => ({ making: false }))

/** Whether this page is making the office: its first manager is not signed in yet. */
export const useFirstRun = (): boolean => useMaking(({ making }) => making)
