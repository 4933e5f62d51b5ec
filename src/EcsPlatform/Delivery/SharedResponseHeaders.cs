namespace EcsPlatform.Delivery;

/// <summary>
/// A response headers policy for several distributions: an account has 20
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html).
/// </summary>
public sealed class SharedResponseHeaders : ComponentResource
{
    /// <summary>Creates the policy.</summary>
    /// <param name="name">The name, which its resource's name begins with.</param>
    /// <param name="policy">What it says.</param>
    /// <param name="options">The parent, the provider and so on.</param>
    /// <exception cref="InvalidArgsException">The policy is wrong; the message names every problem.</exception>
    public SharedResponseHeaders(string name, ResponseHeadersPolicy.Own policy, ComponentResourceOptions? options = null)
        : base("ecs-platform:delivery:SharedResponseHeaders", name, options)
    {
        InvalidArgsException.ThrowIfAny($"SharedResponseHeaders '{name}'", policy.Problems(name));
        PolicyId = ResponseHeaders.Add($"{name}-{policy.Name}", policy, new CustomResourceOptions { Parent = this }).Id;
        RegisterOutputs();
    }

    /// <summary>The policy's id.</summary>
    [Output("policyId")]
    public Output<string> PolicyId { get; private set; }

    /// <summary>The policy as behaviours take it.</summary>
    public ResponseHeadersPolicy Policy => new ResponseHeadersPolicy.Existing(PolicyId);
}
