namespace EcsPlatform.Functions;

/// <summary>The processors that a function's code is made for (https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html).</summary>
public enum FunctionArchitecture
{
    /// <summary>Intel and AMD, <c>x86_64</c>.</summary>
    X64,

    /// <summary>Graviton, <c>arm64</c>.</summary>
    Arm64,
}
