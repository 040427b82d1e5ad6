import { address, herePath } from '../url/address';
import { signInPath } from './sign-in-path';

/** Leaves for the page to sign in on, which leads back to `to`. */
export const goToSignIn = (to = herePath(location)): void => location.assign(address(signInPath(to)));
