/** The look of drop-down menus and their items. */
export const MENU = 'z-50 max-h-[60vh] min-w-44 overflow-y-auto rounded-lg border bg-surface p-1 shadow-xl';

export const MENU_ITEM =
  'flex h-8 cursor-pointer items-center gap-2 rounded px-2.5 outline-none data-[highlighted]:bg-sunken';
