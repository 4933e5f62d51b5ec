        const aliasOpts = { aliases: [{ type: "aws:post/box:Box" }] };
        const secretOpts = { additionalSecretOutputs: ["code"] };
            resourceInputs["code"] = args?.code ? pulumi.secret(args.code) : undefined;
            resourceInputs["statements"] = [{ type: "Service" }];
