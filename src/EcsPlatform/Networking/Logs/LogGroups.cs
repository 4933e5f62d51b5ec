namespace EcsPlatform.Networking;

/// <summary>Makes log groups, or names those that exist.</summary>
internal static class LogGroups
{
    /// <summary>Adds a log group; for one that exists nothing is asked, for its name says its ARN.</summary>
    /// <param name="name">The group's logical name.</param>
    /// <param name="group">The group, without problems.</param>
    /// <param name="account">Where it lives.</param>
    /// <param name="options">The parent.</param>
    /// <returns>What is known of the group.</returns>
    public static LogGroupOutputs Add(string name, LogGroup group, AwsAccount account, CustomResourceOptions options)
    {
        switch (group)
        {
            case LogGroup.Shared shared:
                return shared.Group;
            case LogGroup.Adopt adopt:
                var arn = new Arn("aws", "logs", account.Region, account.Id, $"log-group:{adopt.Name}");
                return new LogGroupOutputs(Output.Create(adopt.Name), Output.Create(arn.ToString()));
        }

        var create = (LogGroup.Create)group;
        var created = new CloudWatch.LogGroup(
            name,
            new CloudWatch.LogGroupArgs
            {
                NamePrefix = create.NamePrefix is { } prefix ? (Input<string>)prefix : null,
                RetentionInDays = create.RetentionDays,
                SkipDestroy = create.SkipDestroy,
                KmsKeyId = create.KmsKeyArn,
            },
            options);
        return new LogGroupOutputs(created.Name, created.Arn);
    }
}

/// <summary>What is known of a log group, whether it was created or adopted.</summary>
/// <param name="Name">The name, for the <c>awslogs</c> driver.</param>
/// <param name="Arn">The ARN, without <c>:*</c> at its end.</param>
public sealed record LogGroupOutputs(Output<string> Name, Output<string> Arn);
