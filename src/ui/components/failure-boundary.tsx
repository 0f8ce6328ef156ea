import { Component, type ReactNode } from 'react';

type FailureBoundaryProps = { onFailure: (error: unknown) => void; children: ReactNode };

/** Takes down the app when drawing fails, before Ink would print a stack trace. */
export class FailureBoundary extends Component<FailureBoundaryProps, { hasFailed: boolean }> {
  override state: { hasFailed: boolean } = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailure(error);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
