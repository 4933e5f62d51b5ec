namespace Pulumi;

public class Input<T> : IInput
{
    private readonly Output<T>? _output;

    private protected Input(Output<T> outputValue)
    {
        _output = outputValue ?? throw new ArgumentNullException(nameof(outputValue));
    }

    /// <summary>For inputs that put their output together only when somebody asks for it.</summary>
    private protected Input()
    {
    }

    object? IInput.Value => Elements ?? AsOutput();

    /// <summary>The elements of a list or map as inputs, an output of them, or null for an input without elements.</summary>
    private protected virtual object? Elements => null;

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.AsOutput();

    internal virtual Output<T> AsOutput() => _output!;

    IOutput IInput.ToOutput() => AsOutput();
}
