import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Input, Output, WindowMethod } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { keepAnswer, keyOf } from './answers.ts';
import { call } from './call.ts';

export interface CallOptions {
  readonly enabled?: boolean;
  /** Shows the answer to the former input until the new one is there. */
  readonly keep?: boolean;
}

/** Reads through the contract. */
export function useCall<M extends WindowMethod>(
  method: M,
  input: Input<M>,
  options: CallOptions = {},
): UseQueryResult<Output<M>, GuichetError> {
  return useQuery<Output<M>, GuichetError>({
    queryKey: keyOf(method, input),
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Acts through the contract. The caller shows the outcome; what else became stale arrives as events. */
export function useAct<M extends WindowMethod>(method: M): UseMutationResult<Output<M>, GuichetError, Input<M>> {
  const queries = useQueryClient();
  return useMutation<Output<M>, GuichetError, Input<M>>({
    mutationFn: (input) => call(method, input),
    onSuccess: (answer) => keepAnswer(queries, method, answer),
  });
}
