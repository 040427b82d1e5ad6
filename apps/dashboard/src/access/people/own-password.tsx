'use client';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { problemOf } from '@/graphql/problem';
import { goToSignIn } from '@/sign-in/go-to-sign-in';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { ChangePassword } from '../access.operations';
import { NewPasswordField } from './new-password-field';

/** Changes one's own password; one signs in again afterwards. */
export function OwnPassword() {
  const [before, setBefore] = useState('');
  const [next, setNext] = useState('');
  const [changed, change] = useMutation(ChangePassword);
  const problem = problemOf(changed.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await change({ before, next });
    if (!error) goToSignIn('/access');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid max-w-sm gap-4">
      <TextField
        label="Present password"
        type="password"
        autoComplete="current-password"
        required
        value={before}
        onChange={({ target }) => setBefore(target.value)}
      />
      <NewPasswordField
        label="New password"
        hint="At least 10 characters. All your sessions end; sign in with it."
        required
        value={next}
        onValue={setNext}
      />
      {problem && <ProblemNote problem={problem} title="The password stays as it was" />}
      <div>
        <Button look="primary" type="submit" disabled={changed.fetching}>
          Change
        </Button>
      </div>
    </form>
  );
}
