namespace Pulumi;

/// <summary>An input whose type argument does not matter.</summary>
internal interface IInput
{
    /// <summary>
    /// What a serializer walks: an <see cref="IOutput"/>; or, for a list or map whose length is known, its elements: an immutable array of
    /// inputs, an immutable dictionary of inputs. Elements keep their own marks (unknown, secret, dependencies). An output of a list or map
    /// carries inputs as well.
    /// </summary>
    object? Value { get; }

    /// <summary>The plain value with the marks of all its parts.</summary>
    IOutput ToOutput();
}
