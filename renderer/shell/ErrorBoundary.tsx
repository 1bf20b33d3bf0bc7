import { Component, type ReactNode } from 'react';
import { toErrorShape } from '#shared/domain/errors.ts';
import { Failure } from '../ui/Failure.tsx';

interface Props {
  readonly children: ReactNode;
  /** Where the window is; what broke elsewhere is left behind. */
  readonly place: string;
}

interface State {
  readonly error: unknown;
}

/** A view that breaks says so and can be tried again; the rest of the window goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.error !== null && before.place !== this.props.place) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div style={{ padding: 16 }}>
        <Failure error={toErrorShape(this.state.error)} onRetry={() => this.setState({ error: null })} testId="state-broken" />
      </div>
    );
  }
}
