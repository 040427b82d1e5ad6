import { giveTicket } from '@/server/give-ticket';

export const POST = giveTicket;
