using EcsPlatform.Networking;

namespace EcsPlatform.Routing;

/// <summary>What a <see cref="SharedLoadBalancer"/> is made of.</summary>
public sealed record SharedLoadBalancerArgs
{
    /// <summary>The network in which it stands.</summary>
    public required BaseNetwork Network { get; init; }

    /// <summary>True puts it into the private subnets, unreachable from the internet; false into the public ones.</summary>
    public required bool Internal { get; init; }

    /// <summary>The ranges that may connect to ports 80 and 443. At least one: nothing is open by default.</summary>
    public required ImmutableArray<CidrBlock> AllowedClients { get; init; }

    /// <summary>The ARN of the certificate that HTTPS clients see, of the load balancer's region.</summary>
    public required string CertificateArn { get; init; }

    /// <summary>
    /// The TLS policy. Default: TLS 1.3, and 1.2 with forward secrecy
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html).
    /// </summary>
    public string SslPolicy { get; init; } = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

    /// <summary>After how many quiet seconds a connection is closed, 1 to 4000. Default: 60.</summary>
    public int IdleTimeoutSeconds { get; init; } = 60;

    /// <summary>True refuses deletion until it is switched off. Default: true.</summary>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>Finds what is wrong with these arguments.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when the arguments are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (AllowedClients.IsEmpty)
        {
            yield return new Problem($"{where}.allowedClients", "nobody", "one range or more", "Name the ranges whose clients may connect");
        }

        foreach (var problem in CertificateProblems(where, CertificateArn, Network.Account))
        {
            yield return problem;
        }

        if (IdleTimeoutSeconds is < 1 or > 4000)
        {
            yield return new Problem($"{where}.idleTimeout", $"{IdleTimeoutSeconds} s", "1 to 4000 s", "Choose a timeout that AWS allows");
        }
    }

    /// <summary>Finds what is wrong with a certificate for a load balancer.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="certificateArn">The certificate's ARN.</param>
    /// <param name="account">Where the load balancer lives.</param>
    /// <returns>The problems, none when it is right.</returns>
    public static IEnumerable<Problem> CertificateProblems(string where, string certificateArn, AwsAccount account)
    {
        var prefix = $"arn:aws:acm:{account.Region}:{account.Id}:certificate/";
        if (!certificateArn.StartsWith(prefix, StringComparison.Ordinal) || certificateArn.Length == prefix.Length)
        {
            yield return new Problem(
                $"{where}.certificate", $"'{certificateArn}'", $"an ARN that begins with {prefix}", "Use a certificate of the load balancer's account and region");
        }
    }
}
